/** The pack for the authority and for the people after a breach (UU 27/2022 art. 46), made from the audit by one command. */
@NullMarked
package id.lumbung.privacy.breach;

import org.jspecify.annotations.NullMarked;
