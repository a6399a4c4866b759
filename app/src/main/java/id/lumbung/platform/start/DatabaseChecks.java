package id.lumbung.platform.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.core.env.Environment;

/**
 * An external database: can it be reached, is it new enough, and are the two logins what they must be? Row-level
 * security holds nobody who owns the tables or may pass it, so Lumbung does not serve as such a role.
 */
final class DatabaseChecks implements StartCheck {
    private static final String PREFIX = "lumbung.database.";
    private static final String ALLOWED = "allowed";
    private static final int OLDEST = 150_000;
    private static final Duration MOST_APART = Duration.ofMinutes(5);

    private static final String WHO = """
            select current_user::text as name, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
                   pg_has_role(current_user, d.datdba, 'member') as owner,
                   pg_get_userbyid(d.datdba) as owned_by,
                   exists (select 1 from pg_class c
                             join pg_namespace n on n.oid = c.relnamespace
                            where c.relowner = r.oid and n.nspname !~ '^pg_') as owns_tables,
                   current_setting('server_version_num')::int as version,
                   pg_encoding_to_char(d.encoding) as encoding,
                   clock_timestamp() as now
              from pg_roles r, pg_database d
             where r.rolname = current_user
               and d.datname = current_database()
            """;

    @Override
    public List<Finding> check(Environment settings) {
        String url = settings.getProperty(PREFIX + "url");
        if (url == null || url.isBlank()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (!url.startsWith("jdbc:postgresql:")) {
            return List.of(Finding.refusal(
                    "LUMBUNG_DATABASE_URL",
                    "Alamat basis data harus berbentuk jdbc:postgresql://server:5432/lumbung.",
                    "The address of the database must look like jdbc:postgresql://server:5432/lumbung."));
        }
        for (String login : List.of("owner", "app")) {
            for (String part : List.of("username", "password")) {
                String value = settings.getProperty(PREFIX + login + "." + part);
                if (value == null || value.isBlank()) {
                    findings.add(Finding.refusal(
                            nameOf(login, part),
                            "Belum diisi, padahal LUMBUNG_DATABASE_URL menunjuk basis data luar.",
                            "It is missing, while LUMBUNG_DATABASE_URL names an external database."));
                }
            }
        }
        if (findings.isEmpty()) {
            way(wayTo(url), settings.getProperty(PREFIX + "plaintext", "").strip(), findings);
            if (findings.stream().anyMatch(Finding::refuses)) {
                // the passwords would go over it to ask more
                return findings;
            }
            serves(url, settings, findings);
            migrates(url, settings, findings);
        }
        return findings;
    }

    /** What somebody between this machine and the server could do. */
    enum Way {
        /** Nothing, or there is nobody: it stays on this machine. */
        SAFE,
        /** Pretend to be the server: what is sent is enciphered, for whom is not looked at. */
        UNKNOWN_SERVER,
        /** Read and change everything. */
        PLAIN
    }

    static Way wayTo(String url) {
        if (url.matches("jdbc:postgresql:(//(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])?(:\\d+)?/.*|[^/].*)")) {
            return Way.SAFE;
        }
        List<String> options = List.of(url.substring(url.indexOf('?') + 1).split("&"));
        if (options.contains("sslmode=verify-full") || options.contains("sslmode=verify-ca")) {
            return Way.SAFE;
        }
        return options.contains("sslmode=require") ? Way.UNKNOWN_SERVER : Way.PLAIN;
    }

    private static void way(Way way, String plaintext, List<Finding> findings) {
        if (!plaintext.isEmpty() && !plaintext.equals(ALLOWED)) {
            findings.add(Finding.refusal(
                    "LUMBUNG_DATABASE_PLAINTEXT",
                    "Isinya harus allowed, atau kosongkan.",
                    "It must be allowed, or be left out."));
        } else if (way == Way.PLAIN && !plaintext.equals(ALLOWED)) {
            findings.add(Finding.refusal(
                    "LUMBUNG_DATABASE_URL",
                    "Jalan ke basis data tanpa TLS: kata sandi dan data orang dapat dibaca di jaringan. Tambahkan"
                            + " ?sslmode=verify-full&sslrootcert=… pada alamatnya. Bila jaringan itu memang hanya milik kedua"
                            + " komputer ini, tulis LUMBUNG_DATABASE_PLAINTEXT=allowed.",
                    "The way to the database is without TLS: passwords and people's data could be read in the network. Add"
                            + " ?sslmode=verify-full&sslrootcert=… to its address. If that network belongs to these two machines"
                            + " alone, write LUMBUNG_DATABASE_PLAINTEXT=allowed."));
        } else if (way != Way.SAFE) {
            findings.add(Finding.warning(
                    "LUMBUNG_DATABASE_URL",
                    "Sertifikat basis data tidak diperiksa, jadi server lain dapat menyamar. Tambahkan"
                            + " ?sslmode=verify-full&sslrootcert=… pada alamatnya.",
                    "The certificate of the database is not checked, so another server could pretend to be it. Add"
                            + " ?sslmode=verify-full&sslrootcert=… to its address."));
        }
    }

    private static void serves(String url, Environment settings, List<Finding> findings) {
        try (Connection connection = connect(url, settings, "app");
                ResultSet role = connection.createStatement().executeQuery(WHO)) {
            role.next();
            String name = role.getString("name");
            String why = role.getBoolean("rolsuper")
                    ? "superuser"
                    : role.getBoolean("rolbypassrls")
                            ? "bypassrls"
                            : role.getBoolean("owner") || role.getBoolean("owns_tables")
                                    ? "owner"
                                    : role.getBoolean("rolcreaterole") ? "createrole" : null;
            if (why != null) {
                findings.add(Finding.refusal(
                        nameOf("app", "username"),
                        "Peran " + name + " terlalu kuasa (" + why
                                + "): batas wilayah tidak akan berlaku baginya. Buat peran"
                                + " tersendiri: create role lumbung_app login password '…';",
                        "The role " + name + " may do too much (" + why
                                + "): the boundaries of territory would not hold for it."
                                + " Make a role of its own: create role lumbung_app login password '…';"));
            } else if (!name.equals("lumbung_app")) {
                findings.add(Finding.refusal(
                        nameOf("app", "username"),
                        "Peran ini harus bernama lumbung_app: hak atas tabel diberikan kepada nama itu.",
                        "This role must be called lumbung_app: the rights on the tables are granted to that name."));
            }
            server(role, findings);
        } catch (SQLException problem) {
            findings.add(unreachable(problem, "app"));
        }
    }

    private static void server(ResultSet role, List<Finding> findings) throws SQLException {
        int version = role.getInt("version");
        if (version < OLDEST) {
            findings.add(Finding.refusal(
                    "LUMBUNG_DATABASE_URL",
                    "PostgreSQL " + version / 10_000 + " terlalu lama; perlu 15 atau lebih baru.",
                    "PostgreSQL " + version / 10_000 + " is too old; 15 or newer is needed."));
        }
        if (!"UTF8".equals(role.getString("encoding"))) {
            findings.add(
                    Finding.refusal(
                            "LUMBUNG_DATABASE_URL",
                            "Basis data ini tidak memakai UTF8. Buat yang baru: create database … encoding 'UTF8' template template0.",
                            "This database is not in UTF8. Make a new one: create database … encoding 'UTF8' template template0."));
        }
        Instant there = role.getTimestamp("now").toInstant();
        if (Duration.between(there, Instant.now()).abs().compareTo(MOST_APART) > 0) {
            findings.add(Finding.refusal(
                    "jam / clock",
                    "Jam basis data (" + there
                            + ") dan jam komputer ini berbeda lebih dari 5 menit. Samakan keduanya dengan NTP.",
                    "The clocks of the database (" + there + ") and of this machine are more than 5 minutes apart."
                            + " Set both by NTP."));
        }
    }

    private static void migrates(String url, Environment settings, List<Finding> findings) {
        try (Connection connection = connect(url, settings, "owner");
                ResultSet role = connection.createStatement().executeQuery(WHO)) {
            role.next();
            String name = role.getString("name");
            if (role.getBoolean("rolsuper")) {
                findings.add(Finding.refusal(
                        nameOf("owner", "username"),
                        "Peran " + name + " adalah superuser. Cukup pemilik basis data: alter role " + name
                                + " nosuperuser;",
                        "The role " + name + " is a superuser. The owner of the database is enough: alter role " + name
                                + " nosuperuser;"));
            } else if (!role.getBoolean("owner")) {
                findings.add(Finding.refusal(
                        nameOf("owner", "username"),
                        "Basis data ini milik " + role.getString("owned_by") + ", bukan " + name
                                + ". Serahkan: alter database … owner to " + name + ";",
                        "This database belongs to " + role.getString("owned_by") + ", not to " + name
                                + ". Hand it over: alter database … owner to " + name + ";"));
            }
        } catch (SQLException problem) {
            findings.add(unreachable(problem, "owner"));
        }
    }

    /** By the class of the SQL state: what the server says may hold names, so it is not repeated. */
    private static Finding unreachable(SQLException problem, String login) {
        String state = String.valueOf(problem.getSQLState());
        if (state.startsWith("28")) {
            return Finding.refusal(
                    nameOf(login, "password"),
                    "Basis data menolak nama atau kata sandi ini. Setel: alter role … password '…'; dan periksa pg_hba.conf.",
                    "The database refuses this name or password. Set it: alter role … password '…'; and look into pg_hba.conf.");
        }
        if (state.equals("3D000")) {
            return Finding.refusal(
                    "LUMBUNG_DATABASE_URL",
                    "Server ada, tetapi basis data dengan nama ini tidak ada. Lihat docs/operations.md, An external database.",
                    "The server is there, but no database of this name. See docs/operations.md, An external database.");
        }
        return Finding.refusal(
                "LUMBUNG_DATABASE_URL",
                "Basis data tidak dapat dicapai (SQLSTATE " + state
                        + "). Periksa nama server, port, tembok api, dan apakah" + " PostgreSQL berjalan.",
                "The database cannot be reached (SQLSTATE " + state
                        + "). See to the server's name, the port, the firewall," + " and whether PostgreSQL runs.");
    }

    private static Connection connect(String url, Environment settings, String login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.getProperty(PREFIX + login + ".username", ""));
        properties.setProperty("password", settings.getProperty(PREFIX + login + ".password", ""));
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    private static String nameOf(String login, String part) {
        return "LUMBUNG_DATABASE_" + login.toUpperCase(java.util.Locale.ROOT) + "_"
                + part.toUpperCase(java.util.Locale.ROOT);
    }
}
