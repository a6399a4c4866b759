/** The use cases of intake and its pages: receive, map, try out, bring in, take out again. */
@NullMarked
package id.lumbung.intake.desk;

import org.jspecify.annotations.NullMarked;
