package id.lumbung.identity;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever asks too often, per process and in bounded memory: with very many askers the longest silent one is
 * forgotten first.
 */
@Component
public class RateLimiter {
    private static final int MOST_KEYS = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /**
     * How often.
     *
     * @param name of what is limited, such as {@code follow}
     */
    public record Limit(String name, int perMinute, int perHour) {}

    /** One try against the usual limit: 20 a minute, 200 an hour. False when it is spent: answer 429. */
    public boolean tryAcquire(String bucket, String key) {
        return tryAcquire(new Limit(bucket, 20, 200), key);
    }

    public boolean tryAcquire(Limit limit, String key) {
        return bucket(limit, key).tryConsume(1);
    }

    private Bucket bucket(Limit limit, String key) {
        lock.lock();
        try {
            return buckets.computeIfAbsent(
                    limit.name() + ' ' + key,
                    unknown -> Bucket.builder()
                            .addLimit(bandwidth -> bandwidth
                                    .capacity(limit.perMinute())
                                    .refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                            .addLimit(bandwidth -> bandwidth
                                    .capacity(limit.perHour())
                                    .refillGreedy(limit.perHour(), Duration.ofHours(1)))
                            .build());
        } finally {
            lock.unlock();
        }
    }

    /** From where a request comes, as a key: the address, of IPv6 the 64 bits that one customer is given. */
    public static String addressOf(HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        return address.indexOf(':') < 0 ? address : Ipv6.network(address);
    }
}
