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

  Rule: How long a code waits for the other differs by profile

    Scenario Outline: <pause> seconds between the codes on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And <pause> seconds pass
      And the customer keys in code 2
      Then the key revision is <revision>

      Examples:
        | profile    | pause | revision |
        | generic    | 80    | 2        |
        | landis-gyr | 80    | 2        |
        | generic    | 100   | 2        |
        | landis-gyr | 100   | 1        |
        | clou       | 590   | 2        |
        | clou       | 610   | 1        |

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
        | landis-gyr | 2        |

  Rule: A code that a power cut left waiting has its whole time again

    Scenario Outline: <pause> seconds after a power cut
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And 80 seconds pass
      And the mains fails
      And the mains returns
      And <pause> seconds pass
      And the customer keys in code 2
      Then the key revision is <revision>

      Examples:
        | pause | revision |
        | 80    | 2        |
        | 100   | 1        |

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
        | landis-gyr | 1        |

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
        | clou       | PLS_2nd      |
        | landis-gyr | Code 1 taken |

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
        | landis-gyr | 25.6   |

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
        | landis-gyr | 1.2   |
