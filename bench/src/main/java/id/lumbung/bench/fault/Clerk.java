package id.lumbung.bench.fault;

import id.lumbung.bench.fault.Caller.Answer;
import id.lumbung.bench.fault.Caller.Request;
import id.lumbung.bench.fault.Journal.Promise;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * One client at work: an application from the counter to the licence and beyond, then the next. A request without an answer
 * is sent again, as it was and with its key, until there is one; only then is it written into the journal.
 */
final class Clerk implements Runnable {
    private static final List<String> PAPERS = List.of("KTP", "KK", "SURAT_PENGANTAR", "FOTO");
    private static final long PATIENCE_MILLIS = 300_000;

    /** The work is over. */
    private static final class Over extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final int number;
    private final Caller caller;
    private final Staff.Hands hands;
    private final Gate gate;
    private final Journal journal;
    private final AtomicInteger serial;
    private final List<String> surprises;

    /**
     * One client.
     *
     * @param serial numbers the invented people of all clients
     * @param surprises takes what was answered otherwise than it should
     */
    Clerk(
            int number,
            Caller caller,
            Staff.Hands hands,
            Gate gate,
            Journal journal,
            AtomicInteger serial,
            List<String> surprises) {
        this.number = number;
        this.caller = caller;
        this.hands = hands;
        this.gate = gate;
        this.journal = journal;
        this.serial = serial;
        this.surprises = surprises;
    }

    @Override
    public void run() {
        while (true) {
            try {
                handle(serial.incrementAndGet());
            } catch (Over over) {
                return;
            } catch (IOException problem) {
                surprises.add("client " + number + ": " + problem.getMessage());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void handle(int person) throws Over, IOException, InterruptedException {
        Answer begun = done(
                "begun",
                Request.send("POST", hands.officer(), "/applications", draft(person))
                        .once(key()));
        String path = begun.location();
        String application = path.substring(path.lastIndexOf('/') + 1);
        journal.add(new Promise.Begun(application));
        if (person % 2 == 0) {
            keep(path, application, person, begun.tag());
        }
        for (String paper : PAPERS) {
            attach(path, application, paper);
        }
        submit(path, application);
        step(path, application, hands.delegate(), "verify", "VERIFIED");
        Answer issued = step(path, application, hands.camat(), "issue", "ISSUED");
        String licence = issued.first("licence");
        afterwards("/licences/" + licence, licence, application, person);
    }

    /** The one change without a key: a second try may find that the first was heard. */
    private void keep(String path, String application, int person, String tag)
            throws Over, IOException, InterruptedException {
        String address = "Jl. Pindah No. " + person;
        Request save = Request.send("PUT", hands.officer(), path + "/answers", answers(person, address, "answers"))
                .matching(tag);
        Answer saved = ask(save);
        if (saved.status() == 412) {
            Answer now = ask(Request.get(hands.officer(), path));
            if (now.tag().equals(tag)) {
                throw new IOException("PUT was refused as stale, and nothing had changed");
            }
        } else {
            expect(save, saved);
        }
        journal.answered("answers kept", save, saved);
        journal.add(new Promise.Kept(application, address));
    }

    private void attach(String path, String application, String kind) throws Over, IOException, InterruptedException {
        Request upload =
                new Request("POST", path + "/papers/" + kind, hands.officer(), "image/jpeg", picture(), null, key());
        Answer attached = done("paper attached", upload);
        String paper = attached.first("id");
        journal.add(new Promise.Attached(application, paper, ""));
        if (serial.get() % 3 == number % 3) {
            Answer read = done("paper read", Request.get(hands.officer(), path + "/papers/" + paper));
            journal.add(new Promise.Attached(application, paper, read.hash()));
        }
    }

    private void submit(String path, String application) throws Over, IOException, InterruptedException {
        String tag = done("case read", Request.get(hands.officer(), path)).tag();
        Answer submitted = done(
                "handed in",
                Request.send("POST", hands.officer(), path + "/submission", "")
                        .matching(tag)
                        .once(key()));
        submitted.first("caseCode");
        journal.add(new Promise.Reached(application, "SUBMITTED"));
    }

    private Answer step(String path, String application, String who, String action, String state)
            throws Over, IOException, InterruptedException {
        String tag = done("case read", Request.get(who, path)).tag();
        Answer answer = done(
                action.equals("issue") ? "issued" : "verified",
                Request.send("POST", who, path + "/actions/" + action, "{}")
                        .matching(tag)
                        .once(key()));
        journal.add(new Promise.Reached(application, state));
        return answer;
    }

    private void afterwards(String path, String licence, String application, int person)
            throws Over, IOException, InterruptedException {
        Answer read = done("licence read", Request.get(hands.camat(), path));
        journal.add(new Promise.Issued(application, licence, read.first("number")));
        Answer sheet = done("sheet read", Request.get(hands.camat(), path + "/sheet"));
        journal.add(new Promise.Sheet(licence, 1, sheet.hash()));
        if (person % 3 == 0) {
            change(
                    path,
                    "amendments",
                    "{\"reason\":\"Nama usaha berganti.\",\"business\":{\"name\":\"Warung Baru " + person + "\"}}");
            journal.add(new Promise.Happened(licence, "AMENDED", 1));
            Answer second = done("sheet read", Request.get(hands.camat(), path + "/sheet"));
            journal.add(new Promise.Sheet(licence, 2, second.hash()));
        }
        if (person % 4 == 0) {
            change(path, "warnings", "{\"reason\":\"Melanggar ketertiban umum.\"}");
            journal.add(new Promise.Happened(licence, "WARNED", 1));
        }
        if (person % 5 == 0) {
            change(path, "revocation", "{\"ground\":\"HOLDER_REQUEST\",\"reason\":\"Pemegang izin pindah.\"}");
            journal.add(new Promise.Happened(licence, "REVOKED", 1));
        }
    }

    private void change(String path, String what, String body) throws Over, IOException, InterruptedException {
        String tag = done("licence read", Request.get(hands.camat(), path)).tag();
        done(
                what.equals("amendments") ? "amended" : what.equals("warnings") ? "warned" : "revoked",
                Request.send("POST", hands.camat(), path + "/" + what, body)
                        .matching(tag)
                        .once(key()));
    }

    private Answer done(String what, Request request) throws Over, IOException, InterruptedException {
        Answer answer = ask(request);
        expect(request, answer);
        journal.answered(what, request, answer);
        return answer;
    }

    private static void expect(Request request, Answer answer) throws IOException {
        if (!answer.isWell()) {
            throw new IOException(request + " was answered " + answer.status() + " " + answer.text());
        }
    }

    /** Until there is an answer that says something. */
    private Answer ask(Request request) throws Over, IOException, InterruptedException {
        if (!gate.pass()) {
            throw new Over();
        }
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            String problem;
            try {
                Answer answer = caller.send(request);
                if (!answer.isUncertain()) {
                    return answer;
                }
                problem = "status " + answer.status();
                if (answer.status() == 500) {
                    surprises.add(request + " was answered 500, which no fault explains to the caller");
                }
            } catch (IOException noAnswer) {
                problem = noAnswer.getClass().getSimpleName();
            }
            journal.uncertain();
            if (System.currentTimeMillis() > until) {
                throw new IOException(request + " got no answer in " + PATIENCE_MILLIS / 1000 + " s: " + problem);
            }
            Thread.sleep(100);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String draft(int person) {
        return "{\"kecamatan\":\"" + Staff.KECAMATAN + "\","
                + answers(person, "Jl. Uji No. " + person, "answers").substring(1);
    }

    /** An invented person; 3599 is the code of no regency, so that the NIK is nobody's. */
    private static String answers(int person, String address, String name) {
        String birth =
                String.format(Locale.ROOT, "19%02d-%02d-%02d", 60 + person / 9_000 % 40, 1 + person / 360_000 % 12, 5);
        String nik = "359901" + birth.substring(8) + birth.substring(5, 7) + birth.substring(2, 4)
                + String.format(Locale.ROOT, "%04d", 1 + person % 9_000);
        String[][] typed = {
            {"nik", nik},
            {"ownerName", "Slamet Uji"},
            {"sex", "MALE"},
            {"birthDate", birth},
            {"birthPlace", "Malang"},
            {"homeRegionCode", Staff.KECAMATAN + ".1007"},
            {"homeRegion", "Kepanjen"},
            {"homeAddress", "Jl. Uji No. " + person},
            {"phone", String.format(Locale.ROOT, "0813%08d", 10_000_000 + person)},
            {"businessName", "Warung Uji " + person},
            {"legalForm", "INDIVIDUAL"},
            {"trade", "TRADE"},
            {"activity", "menjual nasi dan lauk di warung"},
            {"kbliCode", "2025:56101"},
            {"sector", "kuliner-warung"},
            {"premises", "OWN"},
            {"village", Staff.KECAMATAN + ".1007"},
            {"address", address},
            {"foundedOn", "2020-05-01"},
            {"capital", "5000000"},
            {"sales", "60000000"},
            {"salesYear", "2025"},
            {"workersPaid", "1"},
            {"workersUnpaid", "1"},
            {"npwp", "-"},
            {"knownAs", "NEW"}
        };
        StringBuilder json = new StringBuilder("{\"" + name + "\":{");
        for (String[] answer : typed) {
            json.append(json.charAt(json.length() - 1) == '{' ? "" : ",")
                    .append("\"" + answer[0] + "\":[\"" + answer[1] + "\"]");
        }
        return json.append("}}").toString();
    }

    /** No two are alike, so that each is a document of its own. */
    private byte[] picture() throws IOException {
        UUID drawn = UUID.randomUUID();
        BufferedImage picture = new BufferedImage(300, 450, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xFBFAF6));
        pen.fillRect(0, 0, 300, 450);
        long bits = drawn.getMostSignificantBits() ^ drawn.getLeastSignificantBits();
        for (int i = 0; i < 64; i++) {
            pen.setColor((bits >>> i & 1) == 1 ? Color.DARK_GRAY : Color.LIGHT_GRAY);
            pen.fillRect(30 + i % 8 * 30, 30 + i / 8 * 48, 28, 44);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
