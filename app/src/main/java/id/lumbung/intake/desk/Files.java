package id.lumbung.intake.desk;

import id.lumbung.intake.IntakeProblem;
import id.lumbung.intake.read.Content;
import id.lumbung.intake.read.Limits;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as they are sent, piece by piece: what has arrived stays, and the rest can be sent later. */
@Component
class Files {
    static final int PIECE = 4 << 20;
    private static final int LONGEST_NAME = 200;

    private static final String INSERT = """
            insert into intake.file (id, region_code, name, size, received_at, received_by)
            values (:id, :region, :name, :size, :at, :by)
            """;
    private static final String FIND = """
            select f.id, f.region_code, f.name, f.size, f.content, f.received_at, f.received_by,
                   (select coalesce(sum(p.size), 0) from intake.file_piece p where p.file = f.id) as arrived,
                   (select count(*) from intake.file_piece p where p.file = f.id) as pieces
              from intake.file f
             where f.id = :id
            """;
    private static final String ADD = """
            insert into intake.file_piece (file, seq, region_code, document, size)
            values (:file, :seq, :region, :document, :size)
            on conflict (file, seq) do nothing
            """;

    private final JdbcClient database;
    private final DocumentStore documents;
    private final Clock clock;

    record File(
            UUID id,
            String region,
            String name,
            long size,
            boolean whole,
            Instant at,
            UUID by,
            long arrived,
            int pieces) {}

    Files(JdbcClient database, DocumentStore documents, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.clock = clock;
    }

    UUID begin(String name, long size, String region, UUID by) {
        if (size < 1) {
            throw new Refused(IntakeProblem.FILE_UNREADABLE, "intake.unreadable.empty");
        }
        if (size > Limits.MOST_BYTES) {
            throw new Refused(IntakeProblem.FILE_UNREADABLE, "intake.unreadable.large", Limits.MOST_BYTES >> 20);
        }
        UUID id = Ids.next();
        database.sql(INSERT)
                .param("id", id)
                .param("region", region)
                .param("name", cleanName(name))
                .param("size", size)
                .param("at", Sql.at(clock.instant()))
                .param("by", by)
                .update();
        return id;
    }

    /** The last part of a path, without signs that nobody types. */
    static String cleanName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints()
                .filter(c -> c >= ' ' && id.lumbung.platform.Characters.isTyped(c))
                .limit(LONGEST_NAME / 2)
                .forEach(clean::appendCodePoint);
        String kept = clean.toString().strip();
        return kept.isEmpty() ? "-" : kept;
    }

    Optional<File> find(UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .query((row, number) -> new File(
                        Sql.uuid(row, "id"),
                        row.getString("region_code"),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getBytes("content") != null,
                        Sql.instant(row, "received_at"),
                        Sql.uuid(row, "received_by"),
                        row.getLong("arrived"),
                        row.getInt("pieces")))
                .optional();
    }

    /** The piece that comes next, or one that is there already, whose second sending changes nothing. */
    void add(File file, int seq, byte[] bytes) {
        if (file.whole() || seq < file.pieces()) {
            return;
        }
        boolean last = file.arrived() + bytes.length == file.size();
        if (seq != file.pieces()
                || bytes.length == 0
                || bytes.length > PIECE
                || file.arrived() + bytes.length > file.size()
                || bytes.length < PIECE && !last) {
            throw new Refused(IntakeProblem.PIECE_OUT_OF_ORDER, "intake.piece-out-of-order", file.pieces());
        }
        database.sql(ADD)
                .param("file", file.id())
                .param("seq", seq)
                .param("region", file.region())
                .param("document", documents.put(bytes))
                .param("size", bytes.length)
                .update();
    }

    /** When all of it is there: its mark, by which the same file is known again. */
    byte[] finish(File file) {
        if (file.arrived() != file.size()) {
            throw new Refused(
                    IntakeProblem.FILE_INCOMPLETE, "intake.incomplete", file.arrived() >> 10, file.size() >> 10);
        }
        byte[] mark = sha256(content(file.id()));
        database.sql("update intake.file set content = :content, whole_at = :at where id = :id and content is null")
                .param("content", mark)
                .param("at", Sql.at(clock.instant()))
                .param("id", file.id())
                .update();
        return mark;
    }

    Content content(UUID file) {
        List<PieceContent.Piece> pieces = database.sql(
                        "select document, size from intake.file_piece where file = :file order by seq limit 4000")
                .param("file", file)
                .query((row, number) -> new PieceContent.Piece(row.getString("document"), row.getInt("size")))
                .list();
        if (pieces.isEmpty()) {
            throw new Refused(IntakeProblem.FILE_NOT_FOUND, "intake.file-gone");
        }
        return new PieceContent(documents, pieces);
    }

    private static byte[] sha256(Content content) {
        try (InputStream in = content.open()) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                hash.update(block, 0, read);
            }
            return hash.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
