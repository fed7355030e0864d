export declare function build(names: readonly ("server" | "browser")[], say: (line: string) => void): Promise<void>;
