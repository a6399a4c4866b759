@NullMarked
package id.lumbung.privacy.consent.page;

import org.jspecify.annotations.NullMarked;
