package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.page.CoatOfArmsPage;
import id.lumbung.licensing.licence.paper.Letterheads;
import id.lumbung.licensing.licence.paper.Pictures;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Pages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coat of arms at the head of printed papers, for an administrator. */
@Controller
class CoatOfArmsController {
    private static final int LARGEST = 1_048_576;
    private static final int LOWEST = 200;
    private static final int HIGHEST = 6000;

    private final Letterheads letterheads;
    private final CurrentActor currentActor;
    private final Pages pages;

    CoatOfArmsController(Letterheads letterheads, CurrentActor currentActor, Pages pages) {
        this.letterheads = letterheads;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping("/izin/lambang")
    ModelAndView show() {
        currentActor.require().requireAnywhere(Permission.EDIT_REGIME);
        return pages.show("licensing/licenceArms", new CoatOfArmsPage(letterheads.shown(), new FieldProblems()));
    }

    @PostMapping("/izin/lambang")
    Object choose(@RequestParam MultipartFile picture, RedirectAttributes attributes) throws IOException {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.EDIT_REGIME);
        FieldProblems problems = new FieldProblems();
        if (picture.getSize() > LARGEST) {
            problems.add("picture", "licence.arms.too-large");
        } else {
            check(picture.getBytes(), problems);
        }
        if (!problems.isEmpty()) {
            return pages.invalid("licensing/licenceArms", new CoatOfArmsPage(letterheads.shown(), problems));
        }
        letterheads.choose(picture.getBytes(), actor.account());
        return Pages.redirect("/izin/lambang", attributes, "licence.arms.chosen");
    }

    private static void check(byte[] content, FieldProblems problems) {
        BufferedImage read = Pictures.isPng(content) || Pictures.isJpeg(content) ? decoded(content) : null;
        if (read == null || read.getHeight() > HIGHEST || read.getWidth() > HIGHEST) {
            problems.add("picture", "licence.arms.unreadable");
        } else if (read.getHeight() < LOWEST) {
            problems.add("picture", "licence.arms.too-small");
        }
    }

    private static @org.jspecify.annotations.Nullable BufferedImage decoded(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
