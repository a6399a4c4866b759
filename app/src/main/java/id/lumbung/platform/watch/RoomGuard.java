package id.lumbung.platform.watch;

import id.lumbung.platform.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes nothing in while there is hardly any room; what is there can still be read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class RoomGuard extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Room room;

    RoomGuard(Room room) {
        this.room = room;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && room.left() < Room.TO_TAKE_IN) {
            throw new Outage.NoRoom(new IOException("less than " + (Room.TO_TAKE_IN >> 20) + " MB are left"));
        }
        chain.doFilter(request, response);
    }
}
