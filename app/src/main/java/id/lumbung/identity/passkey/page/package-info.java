/** What the templates of this module are given; public only because templates are compiled elsewhere. */
@NullMarked
package id.lumbung.identity.passkey.page;

import org.jspecify.annotations.NullMarked;
