import createSagaMiddleware from 'redux-saga';
import { all, call, debounce, delay, put, race, retry, select, takeLatest } from 'redux-saga/effects';
import * as api from '../api';

export const sagaMiddleware = createSagaMiddleware();

const queue = [];

function* loadBasket() {
  try {
    const basket = yield retry(3, 1000, api.loadBasket);
    yield put({ type: 'basket/loaded', basket });
  } catch (error) {
    yield put({ type: 'basket/failed', message: error.message });
  }
}

function* placeOrder() {
  const order = yield select((state) => state.basket.order);
  const { answer, timeout } = yield race({
    answer: call(api.placeOrder, order),
    timeout: delay(5000),
  });
  if (timeout) {
    queue.push(order.id);
    yield put({ type: 'order/unknown', orderId: order.id });
  } else {
    yield put({ type: 'order/placed', ticketIds: answer.ticketIds });
  }
}

function* search({ text }) {
  const events = yield call(api.searchEvents, text);
  yield put({ type: 'search/found', events });
}

export default function* rootSaga() {
  yield all([
    takeLatest('basket/opened', loadBasket),
    takeLatest('order/confirmed', placeOrder),
    debounce(300, 'search/typed', search),
  ]);
}
