/** The OpenAPI document, written from the endpoints, and the page that explains the API. */
@NullMarked
package id.lumbung.api.document;

import org.jspecify.annotations.NullMarked;
