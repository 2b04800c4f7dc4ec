package inventory

import (
	"context"
	"database/sql"
	"log/slog"
	"time"
)

const (
	leaseFor   = 30 * time.Second
	renewEvery = 10 * time.Second
)

// Sweeper frees seats whose hold has ended. Of all instances only the one that
// has the lease does so.
type Sweeper struct {
	primary *sql.DB
	owner   string
	queue   chan int64
}

// NewSweeper gives a sweeper that puts the events with freed seats into queue.
func NewSweeper(primary *sql.DB, owner string, queue chan int64) *Sweeper {
	return &Sweeper{primary: primary, owner: owner, queue: queue}
}

// Run sweeps until the context ends.
func (s *Sweeper) Run(ctx context.Context) {
	ticker := time.NewTicker(renewEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if renewed, err := s.renewLease(ctx); err != nil || !renewed {
				continue
			}
			if err := s.sweep(ctx); err != nil {
				slog.WarnContext(ctx, "sweep failed", "err", err)
			}
		}
	}
}

// renewLease takes the lease if it is free, and extends it if it is ours.
func (s *Sweeper) renewLease(ctx context.Context) (bool, error) {
	result, err := s.primary.ExecContext(ctx, `
		UPDATE leases SET owner = $1, expires_at = now() + $2 * interval '1 second'
		WHERE name = 'sweeper' AND (owner = $1 OR expires_at < now())`,
		s.owner, leaseFor.Seconds())
	if err != nil {
		return false, err
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func (s *Sweeper) sweep(ctx context.Context) error {
	rows, err := s.primary.QueryContext(ctx, `
		UPDATE seats SET order_id = NULL, held_until = NULL
		WHERE held_until < now() AND NOT sold RETURNING event_id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var eventID int64
		if err := rows.Scan(&eventID); err != nil {
			return err
		}
		s.queue <- eventID
	}
	return rows.Err()
}
