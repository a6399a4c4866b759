/** What {@code ./lumbung link} and {@code ./lumbung bench linkage} run. */
package id.lumbung.linkage.command;
