/**
 * What Indonesian lists write in many ways, brought to one way: names of persons and businesses, addresses, telephone
 * numbers, NIKs, dates and villages.
 *
 * <p>Every function here is pure: text in, a small record out, the same each time. Blank text means "missing" and never
 * fails; nothing is thrown away silently, what was split off (titles, types of business, numbers of RT and RW) stands in a
 * component of its own. What is left of a text after that is meant for comparing, not for showing.
 *
 * <p>The functions scan characters and use no regular expressions, since they run over every field of every record.
 */
@NullMarked
package id.lumbung.linkage.standard;

import org.jspecify.annotations.NullMarked;
