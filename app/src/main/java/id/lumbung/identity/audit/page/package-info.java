@NullMarked
package id.lumbung.identity.audit.page;

import org.jspecify.annotations.NullMarked;
