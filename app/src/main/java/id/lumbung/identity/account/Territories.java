package id.lumbung.identity.account;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.page.Choice;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The places for which an administrator can give roles: the regency and its kecamatan, as far as they are his. */
@Component
class Territories {
    private final Regions regions;
    private final String regency;

    Territories(Regions regions, LumbungSettings settings) {
        this.regions = regions;
        this.regency = settings.regency();
    }

    List<Choice> choices(Actor administrator) {
        List<Region> all = new ArrayList<>();
        regions.find(regency).ifPresent(all::add);
        all.addAll(regions.kecamatanOf(regency));
        return all.stream()
                .filter(region -> administrator.may(Permission.MANAGE_ACCOUNTS, region.code()))
                .map(region -> new Choice(region.code(), region.fullName() + " (" + region.code() + ")"))
                .toList();
    }

    String name(String code) {
        return regions.find(code).map(Region::fullName).orElse(code);
    }
}
