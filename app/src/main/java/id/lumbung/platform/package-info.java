/**
 * Small technical things that every module uses: pages, texts, sight (row-level security), the vault, documents, the
 * database. It knows no domain word. Owns schema {@code platform}.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package id.lumbung.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
