package example.lighthouse.payments;

import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import io.github.resilience4j.retry.annotation.Retry;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Talks to the bank that collects the money. The limits of each call are set in {@code application.yml}: retry with
 * backoff outside, then the circuit breaker, then a bulkhead, so that slow refunds do not stop charges.
 */
@Component
public class AcquirerClient {

    public record ChargeRequest(String cardToken, long amountPence, String currency) {}

    public record RefundRequest(String reference, long amountPence) {}

    public record Answer(String reference, String state) {}

    /** The bank is not being asked at the moment; nothing has happened to the card. */
    public static class AcquirerUnavailableException extends RuntimeException {
        public AcquirerUnavailableException(Throwable cause) {
            super("the acquirer is unavailable", cause);
        }
    }

    private final RestClient acquirer;

    public AcquirerClient(RestClient acquirer) {
        this.acquirer = acquirer;
    }

    @Retry(name = "acquirer", fallbackMethod = "unavailable")
    @CircuitBreaker(name = "acquirer")
    @Bulkhead(name = "charges")
    public Answer charge(ChargeRequest request) {
        return acquirer.post()
                .uri("/charges")
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(Answer.class);
    }

    @Retry(name = "acquirer")
    @CircuitBreaker(name = "acquirer")
    @Bulkhead(name = "refunds")
    public Answer refund(RefundRequest request) {
        return acquirer.post()
                .uri("/refunds")
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(Answer.class);
    }

    @SuppressWarnings("unused")
    private Answer unavailable(ChargeRequest request, CallNotPermittedException open) {
        throw new AcquirerUnavailableException(open);
    }
}
