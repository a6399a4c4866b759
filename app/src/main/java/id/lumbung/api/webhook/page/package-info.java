/** What the templates of this module are given; public only because templates are compiled elsewhere. */
@NullMarked
package id.lumbung.api.webhook.page;

import org.jspecify.annotations.NullMarked;
