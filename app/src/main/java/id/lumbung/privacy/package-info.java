/**
 * What a person may ask about the data held of her, and when data go (UU 27/2022): requests with their deadline of
 * 3×24 hours, the answer what is held and who looked, consent per purpose, retention with legal hold, the report of a
 * breach. Owns schema {@code privacy}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "reference", "identity", "registry", "registry::sheet", "licensing", "intake"
        })
@NullMarked
package id.lumbung.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
