package id.lumbung.identity.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this method of a controller does must not be done from a screen that somebody left: who has not shown a factor
 * within the last quarter of an hour is asked for one first, and goes on from there.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsksAgain {}
