package id.lumbung.licensing.licence.life;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No such licence, or none that this person may see: the answer is the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class LicenceNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
