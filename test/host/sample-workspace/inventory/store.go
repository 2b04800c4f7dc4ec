package inventory

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrSeatsTaken says that somebody else was faster.
var ErrSeatsTaken = errors.New("seats taken")

const queryTimeout = 800 * time.Millisecond

// Store reads seats from a read replica and writes them to the primary. The
// primary has little room left on the evening of an on-sale.
type Store struct {
	primary     *sql.DB
	readReplica *sql.DB
}

// Hold is a claim on seats that ends by itself unless the order completes.
type Hold struct {
	OrderID string
	Seats   int
	Until   time.Time
}

// HoldSeats claims all of the seats for an order, or none of them.
func (s *Store) HoldSeats(ctx context.Context, eventID int64, seatIDs []int64, orderID string) (Hold, error) {
	ctx, cancel := context.WithTimeout(ctx, queryTimeout)
	defer cancel()

	var free int
	err := s.readReplica.QueryRowContext(ctx, `
		SELECT count(*) FROM seats
		WHERE event_id = $1 AND id = ANY($2) AND NOT sold AND (held_until IS NULL OR held_until < now())`,
		eventID, seatIDs).Scan(&free)
	if errors.Is(err, context.DeadlineExceeded) {
		return Hold{}, fmt.Errorf("seats of event %d not read in %s: %w", eventID, queryTimeout, err)
	}
	if err != nil {
		return Hold{}, fmt.Errorf("read seats of event %d: %w", eventID, err)
	}
	if free < len(seatIDs) {
		return Hold{}, ErrSeatsTaken
	}

	_, err = s.primary.ExecContext(ctx, `
		UPDATE seats SET order_id = $1, held_until = now() + interval '10 minutes'
		WHERE event_id = $2 AND id = ANY($3)`,
		orderID, eventID, seatIDs)
	if err != nil {
		return Hold{}, fmt.Errorf("hold seats of event %d: %w", eventID, err)
	}
	return s.HoldOf(ctx, orderID)
}

// HoldOf gives the hold of an order, as the checkout page shows it.
func (s *Store) HoldOf(ctx context.Context, orderID string) (Hold, error) {
	hold := Hold{OrderID: orderID}
	err := s.readReplica.QueryRowContext(ctx, `
		SELECT count(*), min(held_until) FROM seats WHERE order_id = $1 HAVING count(*) > 0`,
		orderID).Scan(&hold.Seats, &hold.Until)
	if err != nil {
		return Hold{}, fmt.Errorf("hold of order %s: %w", orderID, err)
	}
	return hold, nil
}
