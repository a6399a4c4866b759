@NullMarked
package id.lumbung.privacy.retention.page;

import org.jspecify.annotations.NullMarked;
