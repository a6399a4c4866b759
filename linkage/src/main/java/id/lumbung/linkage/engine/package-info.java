/** The engine: reading, standard columns, blocking, comparison patterns, latent classes, clusters. Not part of the API. */
package id.lumbung.linkage.engine;
