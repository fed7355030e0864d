export declare const root: string;
export declare const neededMajor: number;
export declare function findNode(): string;
