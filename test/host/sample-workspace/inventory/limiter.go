package inventory

import (
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// RateLimiter holds one token bucket per client, so that a single buyer of
// many tickets cannot keep the others from the seat map.
type RateLimiter struct {
	mu      sync.Mutex
	buckets map[string]*bucket
	perSec  float64
	burst   float64
}

type bucket struct {
	tokens  float64
	updated time.Time
}

// NewRateLimiter allows perSec requests a second to each client on average,
// and burst of them at once.
func NewRateLimiter(perSec, burst float64) *RateLimiter {
	return &RateLimiter{buckets: make(map[string]*bucket), perSec: perSec, burst: burst}
}

// Allow takes a token from the client's bucket and reports whether it had one.
func (l *RateLimiter) Allow(client string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()

	b, ok := l.buckets[client]
	if !ok {
		b = &bucket{tokens: l.burst, updated: now}
		l.buckets[client] = b
	}
	b.tokens = min(l.burst, b.tokens+now.Sub(b.updated).Seconds()*l.perSec)
	b.updated = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

// Limit answers 429 to a client whose bucket is empty.
func (l *RateLimiter) Limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !l.Allow(clientOf(r), time.Now()) {
			w.Header().Set("Retry-After", "1")
			http.Error(w, "too many requests", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// clientOf is the address of the customer, as seen in front of the gateway.
func clientOf(r *http.Request) string {
	if forwarded := r.Header.Get("X-Forwarded-For"); forwarded != "" {
		first, _, _ := strings.Cut(forwarded, ",")
		return strings.TrimSpace(first)
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
