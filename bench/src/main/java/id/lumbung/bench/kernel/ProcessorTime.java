package id.lumbung.bench.kernel;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** How many processors a measurement really had: less than one when the machine has other work. */
public final class ProcessorTime implements InternalProfiler {
    static final String LABEL = "processors";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long processor;
    private long clock;

    @Override
    public String getDescription() {
        return "time on the processors as a share of the time by the clock";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        processor = system.getProcessCpuTime();
        clock = System.nanoTime();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double had = (double) (system.getProcessCpuTime() - processor) / (System.nanoTime() - clock);
        return List.of(new ScalarResult(LABEL, had, "", AggregationPolicy.AVG));
    }
}
