/** What can be wrong with a row: one small class a rule, each with a code, a sentence and a remedy. */
@NullMarked
package id.lumbung.intake.rule;

import org.jspecify.annotations.NullMarked;
