/** What the templates of the registry are given; public only because templates are compiled elsewhere. */
@NullMarked
package id.lumbung.registry.page;

import org.jspecify.annotations.NullMarked;
