/** Lists of any layout: what their columns are is seen from what stands in them. */
package id.lumbung.linkage.engine.generic;
