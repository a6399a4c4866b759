package id.lumbung.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over real sockets. Tomcat's own limit between two bytes is a minute here: what is closed sooner, is closed by the door. */
@Timeout(60)
class SlowSendersTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n";

    @TempDir
    private File folder;

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector(PatientProtocol.class.getName());

    /** Reads all that is sent, or nothing of it when asked for {@code /no}. */
    private static final class Reader extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/no")) {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                response.flushBuffer();
            } else {
                response.getWriter().print(request.getInputStream().readAllBytes().length);
            }
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                Thread.sleep(request.getRequestURI().equals("/long") ? 2_000 : 0);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            response.getWriter().print("here");
        }
    }

    @BeforeEach
    void open() throws Exception {
        tomcat.setBaseDir(folder.getPath());
        connector.setPort(0);
        connector.setProperty("connectionTimeout", "60000");
        connector.setProperty("maxThreads", "20");
        PatientProtocol protocol = (PatientProtocol) connector.getProtocolHandler();
        protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        protocol.setPatience(new Patience(Duration.ofMillis(300), 1_000_000), Duration.ofMillis(50));
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.getPath());
        Tomcat.addServlet(context, "reader", new Reader());
        context.addServletMappingDecoded("/", "reader");
        tomcat.start();
    }

    @AfterEach
    void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_head_that_comes_letter_by_letter_is_waited_for_only_so_long() throws Exception {
        assertThat(isLetGo("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")).isTrue();
    }

    @Test
    void a_body_that_comes_letter_by_letter_is_waited_for_only_so_long() throws Exception {
        assertThat(isLetGo(HEAD + "\r\n")).isTrue();
    }

    @Test
    void a_body_in_pieces_without_a_length_too() throws Exception {
        assertThat(isLetGo("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n"))
                .isTrue();
    }

    @Test
    void the_rest_of_a_body_that_was_refused_too() throws Exception {
        assertThat(isLetGo(HEAD.replace("POST /", "POST /no") + "\r\n")).isTrue();
    }

    @Test
    void whoever_asks_once_more_on_the_same_connection_begins_anew() throws Exception {
        try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(untilEndsWith(socket.getInputStream(), "here")).startsWith("HTTP/1.1 200");
                Thread.sleep(600);
            }
        }
    }

    @Test
    void an_answer_may_take_its_time() throws Exception {
        try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
            socket.getOutputStream()
                    .write("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(untilEndsWith(socket.getInputStream(), "here")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_at_a_telephones_pace_has_all_the_time_it_needs() {
        Patience usual = Patience.USUAL;

        assertThat(usual.isOver(Duration.ofMinutes(10), 600_000, false)).isFalse();
        assertThat(usual.isOver(Duration.ofMinutes(10), 200_000, false)).isTrue();
        assertThat(usual.isOver(Duration.ofSeconds(29), 0, false)).isFalse();
        assertThat(usual.isOver(Duration.ofSeconds(31), 0, false)).isTrue();
    }

    @Test
    void in_a_crowd_there_is_less_patience() {
        assertThat(Patience.USUAL.isOver(Duration.ofSeconds(4), 0, true)).isTrue();
        assertThat(Patience.USUAL.isOver(Duration.ofSeconds(2), 0, true)).isFalse();
    }

    /** Sends a beginning and then a letter now and then, until the other side has had enough. */
    private boolean isLetGo(String beginning) throws Exception {
        try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
            socket.setSoTimeout(20);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000; i++) {
                try {
                    socket.getOutputStream().write('x');
                    if (hasEnded(socket.getInputStream())) {
                        return true;
                    }
                } catch (IOException letGo) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean hasEnded(InputStream in) throws IOException {
        try {
            while (in.read() >= 0) {
                // an answer before the end
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        }
    }

    private static String untilEndsWith(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                return text + "(ended)";
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
