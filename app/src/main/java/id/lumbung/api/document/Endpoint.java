package id.lumbung.api.document;

import id.lumbung.identity.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a program must know of an endpoint, beside its signature. The document, the door and the table of pages are made
 * from it; a handler under {@code /api/v1} without it is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {
    /** The caller's token must carry one of these. */
    Permission[] needs() default {};

    /** Whether it is open to everybody, without a token. */
    boolean open() default false;

    /** Whether it changes something that was read before, and so asks for {@code If-Match}. */
    boolean edits() default false;

    /** The status of success. */
    int status() default 200;

    /** The media type of success when it is not JSON. */
    String gives() default "application/json";

    /** Media types of the body when it is not JSON. */
    String[] takes() default {};

    /** The page requests that it stands for, as {@code POST /usaha/{id}/nib}. */
    String[] pages() default {};
}
