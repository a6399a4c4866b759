package id.lumbung.bench.fault;

import id.lumbung.bench.Server;
import id.lumbung.bench.fault.Caller.Answer;
import id.lumbung.bench.fault.Caller.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./lumbung verify full-disk}: fills the disk of a working office until nothing more goes in, and until PostgreSQL
 * gives up; then makes room. The disk is a file system of its own in memory, which only root may mount.
 */
public final class FullDisk {
    private static final int DISK_MEGABYTES = 640;
    private static final long LITTLE = 60L << 20;

    private final Workplace office;
    private final Path ballast;

    private FullDisk(Workplace office) {
        this.office = office;
        this.ballast = office.home.resolveSibling("ballast");
    }

    /** Arguments: the folder of the application, then after {@code --} the options of Java. */
    public static void main(String[] arguments) throws Exception {
        Path run = Path.of(arguments[0]).toAbsolutePath();
        List<String> options = List.of(arguments).subList(2, arguments.length);
        Path disk = Workplace.folder();
        if (run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m,mode=755", "lumbung", disk.toString())
                != 0) {
            System.out.println(
                    "Skipped: no file system can be mounted here, so no disk can be filled. Run it as root.");
            Files.delete(disk);
            return;
        }
        boolean well = false;
        try {
            well = Workplace.inside(disk, run, options, office -> new FullDisk(office).run());
        } catch (Exception problem) {
            problem.printStackTrace();
        } finally {
            run("umount", disk.toString());
            Files.delete(disk);
        }
        System.exit(well ? 0 : 1);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private boolean run() throws Exception {
        office.work(60, 30_000);
        office.compare();
        hardlyAnyRoom();
        long stopped = toTheBrim();
        System.out.printf(Locale.ROOT, "PostgreSQL stopped: %s%n", stopped != 0 ? "yes" : "no");
        roomAgain(stopped);
        office.work(60, 30_000);
        office.compare();
        if (office.wrong().isEmpty()) {
            office.compareAll();
        }
        office.print("the disk was full");
        return office.wrong().isEmpty();
    }

    /** The last of the room belongs to the database: nothing is taken in, everything can be read. */
    private void hardlyAnyRoom() throws Exception {
        fill(LITTLE);
        Thread.sleep(1_500);
        String officer = office.someone().officer();
        expect("begin", 507, begin(officer), "Ruang penyimpanan");
        expect("read", 200, office.controller.send(Request.get(officer, "/applications")), "items");
        try (HttpClient browser = HttpClient.newHttpClient()) {
            page(browser, "/masuk", "username=x", 507, "Ruang penyimpanan");
            page(browser, "/lacak", null, 200, "");
            page(browser, "/health/ready", null, 503, "DOWN");
            page(browser, "/health/live", null, 200, "UP");
        }
        System.out.println("hardly any room: nothing is taken in (507), pages are shown, not ready, alive");
    }

    private Answer begin(String officer) throws IOException, InterruptedException {
        return office.controller.send(
                Request.send("POST", officer, "/applications", "{\"kecamatan\":\"" + Staff.KECAMATAN + "\"}")
                        .once("full-" + System.nanoTime()));
    }

    /** Filled in one go while the clients work, and on until PostgreSQL cannot write its log; its process, or 0. */
    private long toTheBrim() throws Exception {
        Files.delete(ballast);
        Thread.sleep(1_500);
        office.work(10, 10_000);
        fill(0);
        Thread.sleep(3_000);
        long postmaster = Server.postmaster(office.home);
        boolean stopped = false;
        try (Connection database = office.server().database();
                Statement statement = database.createStatement()) {
            for (int i = 0; i < 200; i++) {
                fill(0);
                // grows the log and nothing else
                statement.execute("select pg_logical_emit_message(false, 'lumbung', repeat('x', 1000000))");
                statement.execute("select pg_switch_wal()");
            }
        } catch (SQLException full) {
            System.out.println("PostgreSQL: SQLSTATE " + full.getSQLState());
        }
        long until = System.currentTimeMillis() + 5_000;
        while (!stopped && System.currentTimeMillis() < until) {
            fill(0);
            stopped =
                    ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isEmpty();
            Thread.sleep(50);
        }
        try (HttpClient browser = HttpClient.newHttpClient()) {
            page(browser, "/masuk", "username=x", 507, "Ruang penyimpanan");
            page(browser, "/health/ready", null, 503, "DOWN");
            page(browser, "/health/live", null, 200, "UP");
            if (stopped) {
                page(browser, "/beranda", null, 503, "Basis data");
                expect(
                        "read",
                        503,
                        office.controller.send(Request.get(office.someone().officer(), "/me")),
                        "Basis data");
            }
        }
        return stopped ? postmaster : 0;
    }

    private void roomAgain(long formerPostmaster) throws Exception {
        long begun = System.nanoTime();
        Files.delete(ballast);
        office.awaitServing(formerPostmaster);
        System.out.printf(
                Locale.ROOT,
                "room again: serves by itself after %.1f s%n",
                (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
        office.compare();
    }

    private void expect(String what, int status, Answer answer, String text) {
        if (answer.status() != status
                || !answer.text().contains(text)
                || answer.text().contains("\tat ")
                || answer.text().contains("Exception")) {
            office.surprises.add(what + " on a full disk was answered " + answer.status() + ": " + answer.text());
        }
    }

    private void page(
            HttpClient browser, String path, @org.jspecify.annotations.Nullable String form, int status, String text)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.port() + path));
        if (path.equals("/beranda")) {
            // of a session that is looked for in the database
            request.header("Cookie", "lumbung=MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw");
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status
                || !answer.body().contains(text)
                || answer.body().contains("\tat ")
                || answer.body().contains("Exception")) {
            office.surprises.add(path + " on a full disk was answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** Leaves so many bytes. */
    private void fill(long left) throws IOException {
        byte[] block = new byte[1 << 16];
        try (FileChannel file = FileChannel.open(
                ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (ballast.getParent().toFile().getUsableSpace() > left) {
                file.write(ByteBuffer.wrap(block));
            }
        } catch (IOException full) {
            // what was wanted
        }
        Files.setPosixFilePermissions(ballast, PosixFilePermissions.fromString("rw-------"));
    }
}
