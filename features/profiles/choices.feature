@profiles @rollover
Feature: Choices of an update that makers take differently
  The standard leaves open what becomes of a code that waits for its other half. A utility must know which choice its
  meters take before it writes to its customers.

  Rule: The other code may come first, or not, by profile

    Scenario Outline: Code 2 first on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 2
      And the customer keys in code 1
      Then the key revision is <revision>
      And the meter holds 12.5 kWh

      Examples:
        | profile    | revision |
        | generic    | 2        |
        | kplc-ciu   | 2        |
        | clou       | 2        |
        | landis-gyr | 2        |
        | conlog     | 1        |

    Scenario: Where the order counts, the first code is not lost by the mistake
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 2
      Then the meter refuses it
      When the customer keys in code 1
      Then the meter asks for the other code
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

  Rule: Whether a code survives a power cut differs by profile

    Scenario Outline: A power cut between the codes on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the mains fails
      And the mains returns
      And the customer keys in code 2
      Then the key revision is <revision>
      And the meter holds 12.5 kWh

      Examples:
        | profile    | revision |
        | generic    | 1        |
        | kplc-ciu   | 1        |
        | clou       | 1        |
        | landis-gyr | 2        |
        | conlog     | 1        |

  Rule: Whether another token between the codes drops the first one differs by profile

    Scenario Outline: A credit token between the codes on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And a 25.6 kWh credit token
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in the token
      And the customer keys in code 2
      Then the key revision is <revision>
      And the meter holds 25.6 kWh

      Examples:
        | profile    | revision |
        | generic    | 2        |
        | kplc-ciu   | 2        |
        | clou       | 2        |
        | landis-gyr | 1        |
        | conlog     | 2        |

  Rule: The display names the code awaited, or the code taken

    Scenario Outline: Code 1 on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      Then the display shows "<words>"

      Examples:
        | profile    | words        |
        | generic    | Enter code 2 |
        | kplc-ciu   | Enter code 2 |
        | conlog     | Enter code 2 |
        | clou       | PLS_2nd      |
        | landis-gyr | Code 1 taken |

    Scenario: What one line says after code 2
      Given a meter with:
        | name    | value |
        | profile | clou  |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 2
      Then the display shows "PLS_1St"

    Scenario: Four codes on a meter of the profile clou
      Given a meter with:
        | name           | value  |
        | profile        | clou   |
        | encryption     | EA11   |
        | key derivation | DKGA04 |
      And the four key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      Then the display shows "PLS_3rd"
      When the customer keys in code 3
      Then the display shows "PLS_4th"
      And the key revision is 1

  Rule: A latched tamper refuses credit, or not, by profile

    Scenario Outline: Credit while the tamper of a meter of the profile <profile> is latched
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the tamper is latched
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter holds <credit> kWh

      Examples:
        | profile    | credit |
        | generic    | 0.0    |
        | kplc-ciu   | 0.0    |
        | clou       | 0.0    |
        | landis-gyr | 25.6   |
        | conlog     | 0.0    |

  Rule: The key revision is shown alone, or with the key type

    Scenario Outline: Test 4 on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the meter accepts it
      And the display shows "<words>"

      Examples:
        | profile    | words |
        | generic    | 1     |
        | kplc-ciu   | 1     |
        | landis-gyr | 1.2   |
        | conlog     | 1     |
