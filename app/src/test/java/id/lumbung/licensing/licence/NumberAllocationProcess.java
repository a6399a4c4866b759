package id.lumbung.licensing.licence;

import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.licensing.licence.life.Numbers;
import id.lumbung.registry.EnterpriseId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A process that issues until it is killed: the application's own counter and store, without the rest of it. */
final class NumberAllocationProcess {
    private NumberAllocationProcess() {}

    public static void main(String[] arguments) throws Exception {
        String kecamatan = arguments[3];
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Numbers numbers = new Numbers(database);
            LicenceStore store = new LicenceStore(database);
            connection.setAutoCommit(false);
            while (true) {
                try (PreparedStatement sight =
                        connection.prepareStatement("select set_config('lumbung.territory', ?, true)")) {
                    sight.setString(1, kecamatan + "%");
                    sight.execute();
                }
                int number = numbers.take("IUMK", kecamatan, 2026);
                System.out.println(number);
                System.out.flush();
                store.insert(licence(kecamatan, number));
                Thread.sleep(15);
                connection.commit();
            }
        }
    }

    /** A licence without a sheet. */
    static Licence licence(String kecamatan, int number) {
        return new Licence(
                LicenceId.next(),
                0,
                null,
                EnterpriseId.next(),
                kecamatan,
                new Licence.Numbering("IUMK", 1, 2026, number, "503/IUMK/%03d/%s/XI/2026".formatted(number, kecamatan)),
                LocalDate.of(2026, 11, 24),
                null,
                LicenceState.VALID,
                new Licence.Holdings(1, 0, "Lastri Handayani", "Keripik Tempe", "Desa Pait"));
    }
}
