/** Subscribers are told what happens to licences. */
@NullMarked
package id.lumbung.api.webhook;

import org.jspecify.annotations.NullMarked;
