/** The register book of a kecamatan and period, on the screen, as XLSX and as PDF. */
@NullMarked
package id.lumbung.licensing.licence.register;

import org.jspecify.annotations.NullMarked;
