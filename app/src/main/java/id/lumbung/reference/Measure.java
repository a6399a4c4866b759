package id.lumbung.reference;

/** What a size criterion measures. Assets, sales and capital are different quantities and never stand in for another. */
public enum Measure {
    /** Kekayaan bersih: assets less debts, without land and building of the place of business. Rupiah. */
    NET_ASSETS,
    /** Hasil penjualan tahunan. Rupiah per year. */
    ANNUAL_SALES,
    /** Modal usaha: own and borrowed capital, without land and building of the place of business. Rupiah. */
    CAPITAL,
    /** Workers including unpaid family (BPS). Persons. */
    WORKERS
}
