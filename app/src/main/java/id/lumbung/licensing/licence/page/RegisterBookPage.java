package id.lumbung.licensing.licence.page;

import java.util.List;

/** The register book as it is printed. */
public record RegisterBookPage(String regency, String kecamatan, String period, String printedOn, List<Line> lines) {

    public record Line(String runningNo, String number, String date, Who who, What what, String state) {}

    public record Who(String name, String nik, String phone) {}

    public record What(
            String business,
            String kinds,
            String activity,
            String premises,
            String address,
            String capital,
            String sizeClass) {}
}
