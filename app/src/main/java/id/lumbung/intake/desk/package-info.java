/** The use cases of intake and its pages: receive, map, try out, bring in, take out again. */
@NamedInterface("desk")
@NullMarked
package id.lumbung.intake.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
