/** Lists of micro enterprises in Lumbung's layout: what stands in their columns, how they are blocked, how compared. */
package id.lumbung.linkage.engine.umkm;
