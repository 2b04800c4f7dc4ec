import type { PaymentClient, Receipt } from './paymentClient';
import { SagaOrchestrator, type SagaLog, type SagaResult } from './sagaOrchestrator';

export interface Order {
  readonly id: string;
  readonly eventId: number;
  readonly seatIds: readonly number[];
  readonly cardToken: string;
  receipt?: Receipt;
}

export interface Inventory {
  hold(order: Order): Promise<void>;
  release(order: Order): Promise<void>;
  priceOf(eventId: number, seatId: number): Promise<number>;
}

export interface TicketOffice {
  issue(order: Order): Promise<void>;
}

const PRICE_AGE_MS = 60_000;
const cache = new Map<string, { readonly pence: number; readonly readAt: number }>();

/** Prices change at most once a day, so a minute-old one is good enough for the basket. */
async function priceOf(inventory: Inventory, eventId: number, seatId: number): Promise<number> {
  const key = `${eventId}:${seatId}`;
  const known = cache.get(key);
  if (known && Date.now() - known.readAt < PRICE_AGE_MS) return known.pence;
  const pence = await inventory.priceOf(eventId, seatId);
  cache.set(key, { pence, readAt: Date.now() });
  return pence;
}

/** An order is a saga of three steps: hold the seats, charge the card, issue the tickets. */
export function createPlaceOrder(inventory: Inventory, payments: PaymentClient, office: TicketOffice, log: SagaLog) {
  const orchestrator = new SagaOrchestrator<Order>(
    [
      {
        name: 'hold seats',
        run: (order) => inventory.hold(order),
        undo: (order) => inventory.release(order),
      },
      {
        name: 'charge card',
        run: async (order) => {
          const prices = await Promise.all(order.seatIds.map((seatId) => priceOf(inventory, order.eventId, seatId)));
          const amountPence = prices.reduce((sum, pence) => sum + pence, 0);
          order.receipt = await payments.charge({ orderId: order.id, amountPence, cardToken: order.cardToken });
        },
        undo: async (order) => {
          if (order.receipt) await payments.refund(order.receipt);
        },
      },
      { name: 'issue tickets', run: (order) => office.issue(order) },
    ],
    log,
  );
  return (order: Order): Promise<SagaResult> => orchestrator.run(order.id, order);
}
