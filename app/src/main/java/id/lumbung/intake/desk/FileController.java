package id.lumbung.intake.desk;

import id.lumbung.intake.IntakeProblem;
import id.lumbung.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A file that a script sends in pieces; after a break it asks how many are there and goes on. */
@RestController
@RequestMapping(path = "/impor/berkas", produces = MediaType.APPLICATION_JSON_VALUE)
class FileController {
    private final ImportDesk desk;

    /** Where a file stands. */
    record Arrived(UUID file, int pieces, int pieceSize) {}

    record Whole(String page) {}

    FileController(ImportDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Arrived announce(
            @RequestParam(defaultValue = "") String nama,
            @RequestParam(defaultValue = "0") long ukuran,
            @RequestParam(defaultValue = "") String wilayah) {
        return new Arrived(desk.announce(nama, ukuran, wilayah), 0, Files.PIECE);
    }

    @GetMapping("/{file}")
    Arrived arrived(@PathVariable UUID file) {
        return new Arrived(file, desk.arrived(file), Files.PIECE);
    }

    @PostMapping(path = "/{file}/bagian/{seq:\\d{1,4}}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Arrived piece(@PathVariable UUID file, @PathVariable int seq, HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(Files.PIECE + 1);
        if (bytes.length > Files.PIECE) {
            throw new Refused(IntakeProblem.PIECE_OUT_OF_ORDER, "intake.piece-out-of-order", seq);
        }
        return new Arrived(file, desk.piece(file, seq, bytes), Files.PIECE);
    }

    @PostMapping("/{file}/selesai")
    Whole finish(@PathVariable UUID file) {
        return new Whole(ImportController.PATH + desk.finish(file, null));
    }
}
