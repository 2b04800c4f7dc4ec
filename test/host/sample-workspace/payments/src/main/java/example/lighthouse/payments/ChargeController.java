package example.lighthouse.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes charges from checkout. A request that arrives twice under one key is answered from the first result. */
@RestController
@RequestMapping("/v1/charges")
public class ChargeController {

    public record ChargeCommand(String orderId, long amountPence, String cardToken) {}

    public record Receipt(String paymentId, Instant chargedAt) {}

    /** Receipts by idempotency key; a table with a unique constraint on the key. */
    public interface Receipts {
        Optional<Receipt> find(String key);

        void save(String key, String orderId, Receipt receipt);
    }

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final AcquirerClient acquirer;
    private final Receipts receipts;

    public ChargeController(AcquirerClient acquirer, Receipts receipts) {
        this.acquirer = acquirer;
        this.receipts = receipts;
    }

    @PostMapping
    public ResponseEntity<Receipt> charge(
            @RequestHeader("Idempotency-Key") String key, @RequestBody ChargeCommand command) {
        Optional<Receipt> earlier = receipts.find(key);
        if (earlier.isPresent()) {
            return ResponseEntity.ok(earlier.get());
        }
        var answer = acquirer.charge(
                new AcquirerClient.ChargeRequest(command.cardToken(), command.amountPence(), "GBP"));
        if ("declined".equals(answer.state())) {
            return ResponseEntity.status(HttpStatus.PAYMENT_REQUIRED).build();
        }
        var receipt = new Receipt(answer.reference(), Instant.now());
        receipts.save(key, command.orderId(), receipt);
        return ResponseEntity.status(HttpStatus.CREATED).body(receipt);
    }

    @ExceptionHandler(AcquirerClient.AcquirerUnavailableException.class)
    public ResponseEntity<Void> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(PAUSE.toSeconds()))
                .build();
    }
}
