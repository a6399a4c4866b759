/** What all pages share: the layout, the visitor, answers to refusals and errors, addresses of assets. */
@NullMarked
package id.lumbung.platform.page;

import org.jspecify.annotations.NullMarked;
